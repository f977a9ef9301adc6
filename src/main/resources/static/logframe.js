'use strict';
// A logframe that is edited in place with the keys of a spreadsheet. Without this script it is a table whose names lead to the things themselves.
(function () {
  var grid = document.getElementById('logframe');
  if (!grid || !grid.hasAttribute('data-items')) { return; }
  var items = grid.getAttribute('data-items'), cellsAt = grid.getAttribute('data-cells');
  var tokenName = grid.getAttribute('data-token-name'), token = grid.getAttribute('data-token');
  var mayWrite = grid.hasAttribute('data-write');
  var memory = 'logframe:' + location.pathname;
  var says = document.getElementById('logframe-says');
  var editor = null, editing = null, anchor = null, waiting = new Set();
  var turning = false, typedAhead = '';

  function words(name) { return grid.getAttribute('data-say-' + name) || document.body.getAttribute('data-say-' + name) || ''; }
  function rows() { return Array.prototype.slice.call(grid.tBodies[0].rows); }
  function at(row, column) { var all = rows(); return all[row] && all[row].cells[column]; }
  function place(cell) { return {row: rows().indexOf(cell.parentNode), column: cell.cellIndex}; }
  // A long logframe shows a part of its rows: which of them is first, how many a part has, and how many there are.
  function first() { return +grid.tBodies[0].getAttribute('data-first'); }
  function size() { return +grid.tBodies[0].getAttribute('data-size'); }
  function total() { return +grid.tBodies[0].getAttribute('data-total'); }
  function value(cell) { var span = cell.querySelector('.v'); return span ? span.getAttribute('data-raw') || span.textContent : cell.textContent.trim(); }
  function show(cell, text) {
    var span = cell.querySelector('.v');
    span.textContent = text;
    span.removeAttribute('data-raw');
  }
  function current() { return grid.querySelector('[role=gridcell][tabindex="0"], [role=rowheader][tabindex="0"]'); }
  function isOpen(cell) { return mayWrite && (cell.hasAttribute('data-p') || cell.hasAttribute('data-begin')); }

  // --- one cell has the focus, as in a spreadsheet ---
  function mark(cell, extend) {
    var before = current();
    if (before) { before.tabIndex = -1; }
    cell.tabIndex = 0;
    if (!extend) { anchor = cell; }
    grid.querySelectorAll('[aria-selected=true]').forEach(function (one) { one.removeAttribute('aria-selected'); });
    if (extend && anchor && anchor !== cell) { each(function (one) { one.setAttribute('aria-selected', 'true'); }); }
    try { var p = place(cell); sessionStorage.setItem(memory, first() + p.row + ',' + p.column); } catch (full) { /* only a convenience */ }
  }
  function go(cell, extend) {
    if (!cell) { return; }
    mark(cell, extend);
    cell.focus({preventScroll: true});
    cell.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }
  function each(what) {
    var one = place(anchor || current()), other = place(current());
    for (var r = Math.min(one.row, other.row); r <= Math.max(one.row, other.row); r++) {
      for (var c = Math.min(one.column, other.column); c <= Math.max(one.column, other.column); c++) {
        if (at(r, c)) { what(at(r, c), r, c); }
      }
    }
  }
  function move(down, right, extend) {
    var here = place(current());
    var column = Math.max(0, Math.min(grid.tHead.rows[0].cells.length - 1, here.column + right));
    var wanted = Math.max(0, Math.min(total() - 1, first() + here.row + down));
    if (!extend && (wanted < first() || wanted >= first() + rows().length)) { turn(wanted, column); return; }
    go(at(Math.max(0, Math.min(rows().length - 1, here.row + down)), column), extend);
  }
  // Beyond the last row of a part the next one begins. What is not kept yet is not left behind.
  function turn(row, column) {
    if (turning) { return; }
    turning = true;
    // What is typed meanwhile is typed here, and waits for the cell it is meant for.
    current().focus({preventScroll: true});
    last.then(function () {
      if (waiting.size) { says.textContent = words('stay'); return null; }
      var there = new URL(location.href);
      there.searchParams.delete('row');
      there.searchParams.set('page', Math.floor(row / size()) + 1);
      return read(there.href).then(function () {
        history.replaceState(history.state, '', there.href);
        anchor = null;
        go(at(Math.max(0, Math.min(rows().length - 1, row - first())), column));
      });
    }).catch(function () { says.textContent = words('offline'); }).then(function () {
      var typed = typedAhead;
      turning = false;
      typedAhead = '';
      if (typed) { begin(current(), typed); }
    });
  }
  function read(address, before) {
    return fetch(address, {credentials: 'same-origin'}).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.text();
    }).then(function (html) {
      var fresh = new DOMParser().parseFromString(html, 'text/html');
      if (before) { before(); }
      grid.replaceChild(document.importNode(fresh.getElementById('logframe').tBodies[0], true), grid.tBodies[0]);
      document.getElementById('logframe-parts').replaceWith(document.importNode(fresh.getElementById('logframe-parts'), true));
      prepare();
    });
  }

  // --- what became of it stands in the cell ---
  function state(cell) {
    var box = cell.querySelector('.state');
    if (!box) { box = document.createElement('span'); box.className = 'state'; cell.appendChild(box); }
    return box;
  }
  function tell(cell, kind, text) {
    var span = document.createElement('span');
    span.className = kind;
    span.textContent = text;
    state(cell).replaceChildren(span);
    says.textContent = text;
  }
  function basis(item, versions) {
    grid.querySelectorAll('[data-i="' + item + '"]').forEach(function (cell) { cell.setAttribute('data-b', versions); });
  }
  function send(url, fields) {
    var body = new URLSearchParams();
    Object.keys(fields).forEach(function (name) { body.append(name, fields[name]); });
    body.append(tokenName, token);
    return fetch(url, {method: 'POST', body: body, credentials: 'same-origin', headers: {'HX-Request': 'true'}});
  }
  function save(cell, text) {
    var item = cell.getAttribute('data-i'), path = cell.getAttribute('data-p');
    var fields = {};
    if (path) {
      fields[path] = text;
      fields.basis = cell.getAttribute('data-b') || '';
    } else {
      fields.row = cell.parentNode.getAttribute('data-key');
      fields.column = cell.getAttribute('data-c');
      fields.text = text;
    }
    cell.setAttribute('data-mine', text);
    waiting.add(cell);
    tell(cell, 'faint', words('saving'));
    var url = path ? items + '/' + item + '/fields/' + path : cellsAt;
    // One after the other, so that each is based on what came before it.
    last = last.then(function () {
      if (path) { fields.basis = cell.getAttribute('data-b') || ''; }
      return send(url, fields);
    }).then(function (answer) {
      if (!answer.ok) { tell(cell, 'error', words(answer.status === 401 || answer.status === 403 ? 'signed-out' : 'failed')); return null; }
      return answer.text().then(function (html) { return settle(cell, item, html); });
    }).catch(function () {
      tell(cell, 'error', words('offline'));
      setTimeout(function () { if (waiting.has(cell)) { save(cell, cell.getAttribute('data-mine')); } }, 3000);
    });
    return last;
  }
  var last = Promise.resolve();
  function settle(cell, item, html) {
    var answer = new DOMParser().parseFromString(html, 'text/html');
    var versions = answer.querySelector('input[name=basis]');
    if (versions && item) { basis(item, versions.value); versions.remove(); }
    var said = answer.querySelector('[data-state]');
    var kind = said ? said.getAttribute('data-state') : 'failed';
    waiting.delete(cell);
    if (kind === 'saved' && said.hasAttribute('data-reload')) { return renew(); }
    cell.classList.toggle('open', kind !== 'saved');
    state(cell).replaceChildren.apply(state(cell), Array.prototype.map.call(answer.body.childNodes, function (node) { return document.importNode(node, true); }));
    says.textContent = answer.body.textContent.trim();
    if (kind !== 'saved') { waiting.add(cell); }
    return null;
  }
  // What came into being has ids of its own: the rows are read again, and the focus stays where it was.
  function renew() {
    var here = null, hadFocus = false;
    return read(location.href, function () {
      here = place(current());
      hadFocus = grid.contains(document.activeElement);
    }).then(function () {
      var cell = at(Math.min(here.row, rows().length - 1), here.column);
      if (hadFocus) { go(cell); } else { mark(cell); }
      says.textContent = words('saved');
      if (!editor && cell.querySelector('.v')) { tell(cell, 'saved', words('saved')); }
    });
  }

  // --- editing ---
  function begin(cell, text) {
    if (!isOpen(cell) || editor) { return; }
    editing = cell;
    editor = document.createElement('textarea');
    editor.className = 'form-control';
    editor.dir = 'auto';
    editor.rows = 1;
    editor.setAttribute('aria-label', grid.tHead.rows[0].cells[cell.cellIndex].textContent.trim());
    editor.value = text === null ? (cell.hasAttribute('data-mine') && cell.classList.contains('open') ? cell.getAttribute('data-mine') : value(cell)) : text;
    cell.classList.add('editing');
    cell.appendChild(editor);
    grow();
    editor.addEventListener('input', grow);
    editor.addEventListener('blur', function () { end(true); });
    editor.focus();
    editor.setSelectionRange(editor.value.length, editor.value.length);
  }
  function grow() { editor.style.height = 'auto'; editor.style.height = editor.scrollHeight + 2 + 'px'; }
  function end(keep) {
    if (!editor) { return; }
    var cell = editing, typed = editor.value, node = editor;
    editor = null;
    editing = null;
    node.remove();
    cell.classList.remove('editing');
    var isAgain = cell.classList.contains('open') && typed !== cell.getAttribute('data-mine');
    if (keep && (typed !== value(cell) || isAgain)) { show(cell, typed); save(cell, typed); }
  }

  grid.addEventListener('keydown', function (event) {
    if (editor) {
      if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
        event.preventDefault(); event.stopPropagation(); end(true); move(1, 0);
      } else if (event.key === 'Enter' && event.altKey) {
        event.preventDefault(); editor.setRangeText('\n', editor.selectionStart, editor.selectionEnd, 'end'); grow();
      } else if (event.key === 'Tab') {
        event.preventDefault(); end(true); move(0, event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape') {
        event.preventDefault(); event.stopPropagation(); var cell = editing; end(false); go(cell);
      }
      return;
    }
    var cell = event.target.closest('td, th');
    if (event.target !== cell) { return; }
    if (turning) {
      event.preventDefault();
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) { typedAhead += event.key; }
      return;
    }
    var ctrl = event.ctrlKey || event.metaKey;
    var steps = {ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], PageDown: [10, 0], PageUp: [-10, 0]};
    if (getComputedStyle(grid).direction === 'rtl') { steps.ArrowRight = [0, -1]; steps.ArrowLeft = [0, 1]; }
    if (steps[event.key]) {
      event.preventDefault();
      var far = ctrl ? 100000 : 1;
      move(steps[event.key][0] * far, steps[event.key][1] * far, event.shiftKey);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      move(ctrl ? (event.key === 'Home' ? -100000 : 100000) : 0, event.key === 'Home' ? -100000 : 100000, event.shiftKey);
    } else if (event.key === 'Enter' && ctrl) {
      var link = cell.querySelector('a');
      if (link) { location.href = link.href; }
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault(); begin(cell, null);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      each(function (one) { if (isOpen(one) && value(one) !== '') { show(one, ''); save(one, ''); } });
    } else if (event.key === 'Tab') {
      // At an end of the row the focus leaves the grid, so that nobody is caught in it.
      var next = cell.cellIndex + (event.shiftKey ? -1 : 1);
      if (next >= 0 && next < grid.tHead.rows[0].cells.length) { event.preventDefault(); move(0, event.shiftKey ? -1 : 1); }
    } else if (event.key.length === 1 && !ctrl && !event.altKey && event.key !== '?') {
      if (isOpen(cell)) { event.preventDefault(); begin(cell, event.key); }
    }
  });
  grid.addEventListener('click', function (event) {
    var take = event.target.closest('[data-take]');
    var cell = event.target.closest('td, th');
    if (!cell || !grid.tBodies[0].contains(cell)) { return; }
    if (take) {
      if (take.getAttribute('data-take') === 'theirs') {
        show(cell, state(cell).querySelector('[data-theirs]').textContent);
        waiting.delete(cell);
        cell.classList.remove('open');
        state(cell).replaceChildren();
      } else {
        show(cell, cell.getAttribute('data-mine'));
        save(cell, cell.getAttribute('data-mine'));
      }
      go(cell);
      return;
    }
    // A name is text in a grid; held with Ctrl it is the way to the thing.
    if (event.target.closest('a.v') && !event.ctrlKey && !event.metaKey && !event.shiftKey && mayWrite) { event.preventDefault(); }
    if (!editor) { go(cell, event.shiftKey); }
  });
  grid.addEventListener('dblclick', function (event) {
    var cell = event.target.closest('td');
    if (cell && !editor) { begin(cell, null); }
  });

  // --- to and from a spreadsheet ---
  function quoted(text) { return /[\t\n"]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text; }
  document.addEventListener('copy', function (event) {
    if (editor || !grid.contains(document.activeElement) || String(getSelection()) !== '') { return; }
    var lines = {};
    each(function (cell, row) { (lines[row] = lines[row] || []).push(quoted(value(cell))); });
    event.clipboardData.setData('text/plain', Object.keys(lines).map(function (row) { return lines[row].join('\t'); }).join('\n'));
    event.preventDefault();
    says.textContent = words('copied');
  });
  document.addEventListener('paste', function (event) {
    if (editor || turning || !mayWrite || !grid.contains(document.activeElement)) { return; }
    var text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if (!text) { return; }
    event.preventDefault();
    var cell = current();
    if (!/[\t\n]/.test(text)) {
      if (isOpen(cell)) { show(cell, text); save(cell, text); }
      return;
    }
    var here = place(cell), form = document.getElementById('paste-form');
    form.elements.text.value = text;
    form.elements.column.value = grid.tHead.rows[0].cells[here.column].getAttribute('data-c');
    last.then(function () {
      // What goes on below this part is put over the rows that follow there, which only the server knows.
      form.elements.onwards.value = first() + rows().length < total();
      form.elements.rows.value = rows().slice(here.row).map(function (row) { return row.getAttribute('data-key'); }).join('\n');
      form.requestSubmit();
    });
  });

  window.addEventListener('beforeunload', function (event) { if (editor || waiting.size) { event.preventDefault(); } });
  window.addEventListener('online', function () { waiting.forEach(function (cell) { if (!cell.classList.contains('open')) { save(cell, cell.getAttribute('data-mine')); } }); });

  function prepare() {
    grid.setAttribute('role', 'grid');
    grid.setAttribute('aria-rowcount', total() + 1);
    rows().forEach(function (row, place) {
      row.setAttribute('aria-rowindex', first() + place + 2);
      Array.prototype.forEach.call(row.cells, function (cell) {
        cell.setAttribute('role', cell.tagName === 'TH' ? 'rowheader' : 'gridcell');
        cell.tabIndex = -1;
        if (!isOpen(cell)) { cell.setAttribute('aria-readonly', 'true'); }
        cell.querySelectorAll('a').forEach(function (link) { link.tabIndex = -1; });
      });
    });
  }
  if (rows().length) {
    prepare();
    var kept = (sessionStorage.getItem(memory) || '').split(',');
    var known = kept.length === 2 && at(+kept[0] - first(), +kept[1]);
    mark(known || at(0, 2) || at(0, 0));
    if (known && document.referrer.indexOf(location.origin + location.pathname) === 0) { go(known); }
  }
})();
