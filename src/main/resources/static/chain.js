'use strict';
// Pictures of results chains that are edited: a box is chosen, moved among, linked, added to, taken away. Every edit is a form of the page; without this script
// the same forms are sent one by one. Edits wait in a queue and are sent in their order, so that none is lost, however quickly they come or the connection goes.
(function () {
  // A view that is swapped brings this script along again.
  if (window.salusChain) { return; }
  window.salusChain = true;
  var AGAIN = 3000; // milliseconds
  var byId = function (id) { return document.getElementById(id); };
  var view = function () { return byId('chain-view'); };
  var each = function (selector, action, within) { Array.prototype.forEach.call((within || document).querySelectorAll(selector), action); };
  var boxes = function () { return Array.prototype.slice.call(document.querySelectorAll('#chain-picture a[data-item]')); };
  var chosen = null; // the id of a box
  var linking = null; // the id of the box a link begins at
  var begun = null; // the drawing in which a box was chosen: in groups a box may stand in several
  var acts = 0; // what the reader did: an answer that comes after something else was begun does not choose another box

  function say(text, isError) {
    var state = byId('chain-state');
    if (!state) { return; }
    state.textContent = text || '';
    state.classList.toggle('error', Boolean(isError));
  }
  function words(name) { return view().getAttribute('data-' + name) || ''; }

  // Choosing
  function box(id) {
    var all = boxes().filter(function (one) { return one.getAttribute('data-item') === id; });
    return all.filter(function (one) { return one.ownerSVGElement.id === begun || one.closest('svg').getAttribute('aria-labelledby') === begun; })[0] || all[0] || null;
  }
  function titleOf(one) { return one.getAttribute('aria-label') || ''; }
  function usual(level, side) {
    var left = side === 'left';
    if (level === 'goal') { return left ? 'objective' : 'goal'; }
    if (level === 'objective') { return left ? 'outcome' : 'goal'; }
    if (level === 'result') { return left ? 'support' : 'objective'; }
    return left ? 'support' : 'output';
  }
  function choose(one, focused) {
    boxes().forEach(function (other) {
      other.classList.toggle('dg-chosen', one !== null && other.getAttribute('data-item') === one.getAttribute('data-item'));
      other.removeAttribute('aria-current');
      other.setAttribute('tabindex', '-1');
    });
    each('#chain-picture a[data-from]', function (line) { line.setAttribute('tabindex', '-1'); });
    var first = one || boxes()[0];
    if (first) { first.setAttribute('tabindex', '0'); }
    var isOther = !one || one.getAttribute('data-item') !== chosen;
    chosen = one && one.getAttribute('data-item');
    if (!byId('chain-tools')) { return; }
    each('.with-chosen', function (part) { part.hidden = !one; }, byId('chain-tools'));
    byId('chosen-none').hidden = Boolean(one);
    byId('chosen-title').textContent = one ? titleOf(one) : '';
    each('[data-does=link]', function (button) { button.hidden = false; });
    if (!one) { return; }
    one.setAttribute('aria-current', 'true');
    begun = one.closest('svg').getAttribute('aria-labelledby');
    each('[data-chosen]', function (field) { field.value = chosen; });
    // A kind that somebody has just picked for the same box stays.
    if (isOther) { each('[data-side]', function (kind) { kind.value = usual(one.getAttribute('data-level'), kind.getAttribute('data-side')); }); }
    each('[data-does=fold]', function (link) { link.href = folding(chosen); });
    each('[data-does=focus]', function (link) { link.href = here({around: chosen, at: chosen}); });
    each('[data-does=open]', function (link) { link.href = byId('diagram').getAttribute('data-panel').replace(/goals\/.*/, 'items/' + chosen); });
    history.replaceState(history.state, '', here({at: chosen}));
    if (focused) { one.focus(); one.scrollIntoView({block: 'nearest', inline: 'nearest'}); }
  }
  function here(changes) {
    var url = new URL(location.href);
    url.hash = '';
    Object.keys(changes).forEach(function (name) {
      if (changes[name]) { url.searchParams.set(name, changes[name]); } else { url.searchParams.delete(name); }
    });
    return url.pathname + url.search;
  }
  function folding(id) {
    var folds = (new URL(location.href).searchParams.get('folded') || '').split(',').filter(Boolean);
    var at = folds.indexOf(id);
    if (at < 0) { folds.push(id); } else { folds.splice(at, 1); }
    return here({folded: folds.join(','), at: id});
  }
  function open(id) {
    var answer = window.salusPanel && window.salusPanel(id);
    if (answer) { answer.catch(function () { say(words('unopened'), true); }); }
  }

  // What is shown is asked for anew and put in its place; what is being typed stands outside of it and stays.
  function show(html, isOwn) {
    var page = new DOMParser().parseFromString(html, 'text/html');
    var fresh = page.getElementById('chain-picture');
    if (!fresh || !byId('chain-picture')) { location.reload(); return; }
    var frame = byId('diagram');
    var at = [frame.scrollLeft, frame.scrollTop];
    var hadFocus = document.activeElement && document.activeElement.closest && document.activeElement.closest('#chain-picture');
    ['chain-picture', 'chain-lead'].forEach(function (id) {
      if (page.getElementById(id)) { byId(id).replaceWith(document.adoptNode(page.getElementById(id))); }
    });
    each('nav.tabs', function (tabs) { tabs.innerHTML = page.querySelector('nav.tabs').innerHTML; });
    each('#link-to, #around', function (list) {
      var now = list.value;
      var other = page.getElementById(list.id);
      if (other && document.activeElement !== list) { list.innerHTML = other.innerHTML; list.value = now; if (list.selectedIndex < 0) { list.selectedIndex = 0; } }
    });
    byId('diagram').scrollLeft = at[0];
    byId('diagram').scrollTop = at[1];
    document.body.dispatchEvent(new CustomEvent('htmx:afterSettle', {bubbles: true}));
    var next = isOwn && isOwn.at && box(isOwn.at) ? isOwn.at : chosen;
    choose(next && box(next), Boolean(hadFocus || (isOwn && isOwn.focus)));
  }
  function refresh() {
    fetch(here({}), {headers: {'HX-Request': 'true'}}).then(function (answer) { return answer.ok ? answer.text() : null; })
      .then(function (html) { if (html && !waiting.length) { show(html); } }, function () { /* what is there stays */ });
  }

  // The queue
  var waiting = [];
  var sending = false;
  var timer = null;
  // An id of its own lets a step be sent again after a lost answer without being done twice. A UUID of version 7, as all ids here.
  function freshId() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    var now = Date.now();
    for (var i = 5; i >= 0; i--) { bytes[i] = now % 256; now = Math.floor(now / 256); }
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    var hex = Array.prototype.map.call(bytes, function (one) { return (one + 256).toString(16).slice(1); }).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
  function put(form, changes) {
    var data = new URLSearchParams(new FormData(form));
    Object.keys(changes || {}).forEach(function (name) { data.set(name, changes[name]); });
    data.set('back', here({at: null, open: null}));
    if (form.getAttribute('data-edits')) { data.set('fresh', freshId()); }
    var step = {path: form.getAttribute('action'), data: data, focus: Boolean(changes && changes.focus), acts: acts};
    waiting.push(step);
    send();
    // The focus that the script itself gives back belongs to this step.
    setTimeout(function () { step.acts = acts; }, 0);
  }
  function said() { return waiting.map(function (step) { return step.data.get('title') || ''; }).filter(Boolean).join(', ') || String(waiting.length); }
  function send() {
    if (sending || !waiting.length) { return; }
    sending = true;
    clearTimeout(timer);
    var step = waiting[0];
    say(words('saving'));
    fetch(step.path, {method: 'POST', body: step.data, headers: {'HX-Request': 'true'}}).then(function (answer) {
      return answer.text().then(function (html) {
        sending = false;
        if (answer.status === 401 || /\/sign-in/.test(answer.url)) {
          // What was done waits until somebody has signed in again in another tab.
          say(words('signed-out'), true);
          timer = setTimeout(send, AGAIN);
          return;
        }
        waiting.shift();
        var problem = answer.ok ? null : new DOMParser().parseFromString(html, 'text/html').querySelector('main .lead');
        if (!answer.ok) {
          say(problem ? problem.textContent.trim() : words('failed'), true);
          restore(step);
          if (!waiting.length) { refresh(); }
        } else if (!waiting.length) {
          show(html, step.acts === acts ? {at: new URL(answer.url).searchParams.get('at'), focus: step.focus} : null);
          say(words('said'));
        }
        send();
      });
    }, function () {
      sending = false;
      say(words('waiting') + ' ' + said(), true);
      timer = setTimeout(send, AGAIN);
    });
  }
  // What was typed for a step that was refused stands in its field again, unless something else is being typed there.
  function restore(step) {
    var form = Array.prototype.slice.call(document.querySelectorAll('form[data-edits=box], form[data-edits=condition]')).filter(function (one) {
      return step.path === one.getAttribute('action') && step.data.has(one.querySelector('[data-chosen]').name);
    })[0];
    if (form && !form.elements.title.value) {
      form.closest('details').open = true;
      form.elements.title.value = step.data.get('title');
    }
  }
  window.addEventListener('online', send);
  window.addEventListener('focus', send);
  window.addEventListener('beforeunload', function (event) { if (waiting.length) { event.preventDefault(); } });

  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!view() || !form.matches('form[data-edits]')) { return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    var basis = form.querySelector('[data-basis]');
    if (basis && box(chosen)) { basis.value = box(chosen).getAttribute('data-basis'); }
    var isBox = /^(box|condition)$/.test(form.getAttribute('data-edits'));
    put(form, {focus: !isBox});
    if (isBox) {
      form.elements.title.value = '';
      form.closest('details').open = false;
      if (box(chosen)) { box(chosen).focus(); }
    } else if (form.id === 'link-form') {
      form.closest('details').open = false;
    } else if (form.closest('#drawer')) {
      byId('drawer-close').click();
    }
  }, true);

  // Linking
  function begin() {
    linking = chosen;
    say(words('linking'));
    if (box(chosen)) { box(chosen).focus(); }
  }
  function link(one, other) {
    linking = null;
    if (!one || !other || one === other) { say(''); return; }
    // Chains are read from left to right, and a line may be drawn either way.
    var turned = one.getBoundingClientRect().left > other.getBoundingClientRect().left + 1;
    var ends = turned ? [other, one] : [one, other];
    put(byId('link-form'), {from: ends[0].getAttribute('data-item'), to: ends[1].getAttribute('data-item'), type: 'contributes', focus: true});
  }
  // Pressing on a box gives it the focus, and so chooses it, before it is clicked.
  var before = null;
  document.addEventListener('pointerdown', function () { before = chosen; }, true);
  document.addEventListener('salus:joined', function (event) { link(event.detail.from, event.detail.to); });
  document.addEventListener('salus:chosen', function (event) {
    var one = event.target;
    if (!one.hasAttribute('data-item')) { open(one.getAttribute('data-items')); return; }
    if (linking) { link(box(linking), one); return; }
    var again = one.getAttribute('data-item') === before;
    begun = one.closest('svg').getAttribute('aria-labelledby');
    choose(one, true);
    if (again) { open(chosen); }
  });
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('#chain-tools [data-does]');
    if (!button || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var does = button.getAttribute('data-does');
    if (does === 'open') { event.preventDefault(); open(chosen); }
    if (does === 'link') { event.preventDefault(); begin(); }
  });
  ['keydown', 'pointerdown', 'focusin'].forEach(function (act) { document.addEventListener(act, function () { acts++; }, true); });
  document.addEventListener('focusin', function (event) {
    var one = event.target.closest && event.target.closest('#chain-picture a[data-item]');
    if (one && one.getAttribute('data-item') !== chosen && !linking) { begun = one.closest('svg').getAttribute('aria-labelledby'); choose(one, false); }
  });

  // Keys, while a box has the focus
  function middle(one) { var at = one.getBoundingClientRect(); return {x: at.left + at.width / 2, y: at.top + at.height / 2}; }
  function nearest(from, those) {
    var at = middle(from);
    return those.sort(function (one, other) { return Math.abs(middle(one).y - at.y) - Math.abs(middle(other).y - at.y) || Math.abs(middle(one).x - at.x) - Math.abs(middle(other).x - at.x); })[0] || null;
  }
  function along(one, left) {
    var id = one.getAttribute('data-item');
    var svg = one.closest('svg');
    var ends = Array.prototype.filter.call(svg.querySelectorAll('a[data-from]'), function (line) { return line.getAttribute(left ? 'data-to' : 'data-from') === id; })
      .map(function (line) { return line.getAttribute(left ? 'data-from' : 'data-to'); });
    return nearest(one, boxes().filter(function (other) { return other.closest('svg') === svg && ends.indexOf(other.getAttribute('data-item')) >= 0; }));
  }
  function beside(one, up) {
    var at = middle(one);
    return nearest(one, boxes().filter(function (other) {
      var there = middle(other);
      return other.closest('svg') === one.closest('svg') && Math.abs(there.x - at.x) < 20 && (up ? there.y < at.y - 1 : there.y > at.y + 1);
    }));
  }
  function unfold(id) {
    var part = byId(id);
    if (!part) { return; }
    part.open = true;
    part.querySelector('input:not([type=hidden])').focus();
  }
  // Taking a step back loads the page anew; the keys then go on where they were.
  function remember(id) { try { sessionStorage.setItem('chain-focus', id); } catch (none) { /* the focus begins at the top */ } }
  function remembered() {
    try {
      var id = sessionStorage.getItem('chain-focus');
      sessionStorage.removeItem('chain-focus');
      return id;
    } catch (none) { return null; }
  }
  document.addEventListener('keydown', function (event) {
    if (!view()) { return; }
    if (event.key === 'Escape') {
      if (linking) { linking = null; say(''); }
      var typed = event.target.closest && event.target.closest('#chain-tools details[open]');
      if (typed) { typed.open = false; if (box(chosen)) { box(chosen).focus(); } }
      return;
    }
    var one = event.target.closest && event.target.closest('#chain-picture a[data-item]');
    if (one && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') { remember(one.getAttribute('data-item')); }
    if (!one || event.ctrlKey || event.metaKey) { return; }
    var key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    var done = true;
    if (event.altKey) {
      if (key === 'ArrowUp' && byId('move-up')) { put(byId('move-up'), {focus: true}); } else if (key === 'ArrowDown' && byId('move-down')) { put(byId('move-down'), {focus: true}); } else { done = false; }
    } else if (key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown') {
      var next = key === 'ArrowLeft' || key === 'ArrowRight' ? along(one, key === 'ArrowLeft') : beside(one, key === 'ArrowUp');
      if (!next) { say(words('none-there')); } else if (linking) { next.setAttribute('tabindex', '-1'); next.focus(); } else { say(''); choose(next, true); }
    } else if (key === 'Enter' || key === ' ') {
      if (linking) { link(box(linking), one); } else { choose(one, true); open(chosen); }
    } else if (key === 'l') { unfold('add-left'); } else if (key === 'r') { unfold('add-right'); } else if (key === 'a') { unfold('add-condition'); } else if (key === 'k' && byId('link-form')) { begin(); } else if (key === 'Delete' && byId('remove-box')) { byId('remove-box').requestSubmit(); } else if (key === 'f') { location.href = here({around: chosen, at: chosen}) + '#chain-tools'; } else if (key === 'c') { location.href = folding(chosen) + '#chain-tools'; } else { done = false; }
    if (done) { event.preventDefault(); }
  });

  // What is saved in the drawer is drawn; and whoever closes the drawer is back at the box.
  var later = null;
  document.body.addEventListener('htmx:afterRequest', function (event) {
    var field = event.detail.elt;
    if (!view() || !event.detail.successful || !field || !field.closest || !field.closest('#drawer form[data-autosave]')) { return; }
    clearTimeout(later);
    later = setTimeout(refresh, 400);
  });
  new MutationObserver(function () {
    if (byId('drawer').hidden && chosen && box(chosen)) { box(chosen).focus(); }
  }).observe(byId('drawer'), {attributes: true, attributeFilter: ['hidden']});

  function start() {
    if (!view() || !byId('chain-picture')) { return; }
    var at = new URLSearchParams(location.search).get('at');
    chosen = null;
    choose(at && box(at), false);
    var was = remembered();
    if (was && box(was)) { choose(box(was), true); } else if (chosen && /chain-tools/.test(location.hash)) { box(chosen).focus({preventScroll: true}); }
  }
  document.body.addEventListener('htmx:afterSettle', function (event) { if (event.detail && event.detail.elt && event.detail.elt.id === 'chain-view') { start(); } });
  start();
})();
