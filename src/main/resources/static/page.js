'use strict';
(function () {
  var root = document.documentElement;
  var byId = function (id) { return document.getElementById(id); };
  var isDark = function () { return root.getAttribute('data-bs-theme') === 'dark'; };

  // Light and dark
  function swap() {
    var next = isDark() ? 'light' : 'dark';
    root.setAttribute('data-bs-theme', next);
    try { localStorage.setItem('salus-theme', next); } catch (blocked) { /* stays for this page */ }
    drawCharts();
  }
  byId('theme').addEventListener('click', swap);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function (event) {
    var chosen = null;
    try { chosen = localStorage.getItem('salus-theme'); } catch (blocked) { chosen = null; }
    if (!chosen) { root.setAttribute('data-bs-theme', event.matches ? 'dark' : 'light'); drawCharts(); }
  });

  // On narrow screens the places are folded behind a button
  var menu = byId('menu');
  menu.addEventListener('click', function () {
    menu.setAttribute('aria-expanded', String(menu.getAttribute('aria-expanded') !== 'true'));
  });

  // Keys
  var keys = byId('keys-dialog');
  byId('keys').addEventListener('click', function () { keys.showModal(); });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault(); openFinder();
    } else if (event.key === '/' && !typing) {
      event.preventDefault(); openFinder();
    } else if (event.key === '?' && !typing && !keys.open && !finder.open) {
      keys.showModal();
    } else if (event.altKey && event.key.toLowerCase() === 'h') {
      event.preventDefault(); location.href = '/';
    } else if (event.altKey && event.key.toLowerCase() === 't') {
      event.preventDefault(); swap();
    } else if (event.key === 'Escape' && !finder.open) { closeDrawer(); }
  });

  // Search from anywhere. Without scripts the field at the top leads to the page of the search.
  var finder = byId('finder');
  var sought = byId('finder-words');
  var found = byId('finder-found');
  var asking = null;
  var pause = null;
  function openFinder() {
    if (keys.open) { keys.close(); }
    if (!finder.open) { finder.showModal(); }
    sought.focus();
    sought.select();
  }
  function show(part) {
    found.innerHTML = part;
    byId('finder-said').textContent = found.firstElementChild ? found.firstElementChild.getAttribute('data-said') : '';
  }
  function seek() {
    if (asking) { asking.abort(); }
    var typed = sought.value.trim();
    if (!typed) { show(''); return; }
    asking = new AbortController();
    fetch('/search/found?q=' + encodeURIComponent(typed), {signal: asking.signal, cache: 'no-store'}).then(function (answer) {
      // Whoever is not signed in any more is told so by the page itself.
      return answer.ok && !answer.redirected ? answer.text() : '';
    }).then(show, function () { /* asked again meanwhile, or not reached: Enter leads to the page */ });
  }
  sought.addEventListener('input', function () {
    clearTimeout(pause);
    pause = setTimeout(seek, 80);
  });
  finder.addEventListener('keydown', function (event) {
    var links = Array.prototype.slice.call(found.querySelectorAll('a'));
    var at = links.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      // Browsers only empty such a field first.
      event.preventDefault();
      finder.close();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      if (at + 1 < links.length) { links[at + 1].focus(); }
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      if (at > 0) { links[at - 1].focus(); } else { sought.focus(); }
    } else if (event.key === 'Enter' && event.target === sought && !event.isComposing) {
      // What is shown may be of fewer letters than are typed by now; then the page finds what is meant.
      var part = found.firstElementChild;
      if (links.length && part && part.getAttribute('data-found') === sought.value.trim()) {
        event.preventDefault();
        location.href = links[0].href;
      }
    } else if (at >= 0 && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      sought.focus();
    }
  });

  // The drawer shows what was chosen beside the page it was chosen on. Without it a link is a link.
  var drawer = byId('drawer');
  var opener = null;
  function closeDrawer() {
    if (!drawer.hidden) { drawer.hidden = true; if (opener) { opener.focus(); } }
  }
  byId('drawer-close').addEventListener('click', closeDrawer);
  document.body.addEventListener('htmx:afterSwap', function (event) {
    if (event.detail.target && event.detail.target.id === 'drawer-content') { drawer.hidden = false; byId('drawer-close').focus(); }
    drawCharts();
  });

  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href^="/activities?"][href$="#why"]');
    if (link && window.htmx && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      opener = link;
      htmx.ajax('GET', link.getAttribute('href').replace('#why', ''), {target: '#drawer-content', select: '#why-part', swap: 'innerHTML'});
    }
  });

  // Charts: the option is made in Java, once for light and once for dark.
  var drawn = new Map();
  var printing = false;
  var PAPER = 680; // pixels between the margins of an upright A4 sheet
  function drawCharts() {
    if (!window.echarts) { return; }
    var point = new Intl.NumberFormat(document.documentElement.lang).format(1.5).charAt(1);
    document.querySelectorAll('[data-chart-light]').forEach(function (place) {
      var old = drawn.get(place);
      if (old) { old.dispose(); }
      var panels = Number(place.getAttribute('data-panels'));
      var wide = printing ? Math.min(PAPER, place.clientWidth) : place.clientWidth;
      var columns = panels ? Math.max(1, Math.min(Math.max(panels, 2), Math.floor(wide / 230))) : 0;
      var option = JSON.parse(place.getAttribute(isDark() ? 'data-chart-dark' : 'data-chart-light'));
      var more = salusChart.more(option, wide);
      if (panels) { place.style.height = 56 + Math.ceil(panels / columns) * 170 + more + 'px'; }
      // Bars that still grow say something else than their titles.
      option.animation = false;
      var chart = echarts.init(place, null, {renderer: 'svg', width: wide});
      chart.setOption(salusChart(option, wide, columns, point));
      drawn.set(place, chart);
    });
  }
  // Paper is white, and narrower than a screen; and on it nobody can open what is folded to keep a page short.
  var before = null;
  var folded = [];
  window.addEventListener('beforeprint', function () {
    if (printing) { return; }
    printing = true;
    before = root.getAttribute('data-bs-theme');
    root.setAttribute('data-bs-theme', 'light');
    folded = Array.prototype.slice.call(document.querySelectorAll('details[data-print]:not([open])'));
    folded.forEach(function (part) { part.open = true; });
    drawCharts();
  });
  window.addEventListener('afterprint', function () {
    printing = false;
    root.setAttribute('data-bs-theme', before);
    folded.forEach(function (part) { part.open = false; });
    drawCharts();
  });

  var waiting = null;
  var width = window.innerWidth;
  window.addEventListener('resize', function () {
    if (window.innerWidth === width) { return; }
    width = window.innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(drawCharts, 150);
  });
  drawCharts();

  // Long tables show their first rows; the rest is one click away. Without scripts, and in print, all rows are there.
  document.querySelectorAll('table[data-fold]').forEach(function (table) {
    var rows = Array.prototype.slice.call(table.tBodies[0].rows, Number(table.getAttribute('data-fold')));
    var more = document.createElement('button');
    more.type = 'button';
    more.className = 'unfold';
    more.textContent = table.getAttribute('data-fold-text');
    rows.forEach(function (row) { row.hidden = true; });
    more.addEventListener('click', function () {
      rows.forEach(function (row) { row.hidden = false; });
      var link = rows[0].querySelector('a');
      more.remove();
      if (link) { link.focus(); }
    });
    table.closest('.table-frame').insertAdjacentElement('afterend', more);
  });

  // What a link leads to is opened.
  function openTarget() {
    var target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    for (var part = target; part; part = part.parentElement) {
      if (part.tagName === 'DETAILS') { part.open = true; target.scrollIntoView(); }
    }
  }
  window.addEventListener('hashchange', openTarget);
  document.addEventListener('click', function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) { openTarget(); }
  });
  openTarget();

  // Who else is here is asked while somebody works on the page, and by no page that was left open: that would keep its reader signed in.
  var now = byId('now');
  var AGAIN = 15000; // milliseconds
  var WORKING = 180000;
  var moved = Date.now();
  ['pointerdown', 'pointermove', 'keydown', 'scroll'].forEach(function (name) {
    window.addEventListener(name, function () { moved = Date.now(); }, {passive: true});
  });
  function look() {
    if (now && window.htmx && !document.hidden && Date.now() - moved < WORKING) { htmx.trigger(now, 'look'); }
  }
  if (now) {
    var told = null;
    // What has not changed is not said again, and where there is no answer the page stays as it is.
    now.addEventListener('htmx:beforeOnLoad', function (event) {
      var xhr = event.detail.xhr;
      if (xhr.status !== 200 || xhr.responseText === told) { event.preventDefault(); return; }
      told = xhr.responseText;
    });
    setInterval(look, AGAIN);
    document.addEventListener('visibilitychange', look);
  }

  // Without a connection the browser would put a page of its own in the place of this one. A machine without a network may still reach a program on itself.
  var sure = null;
  document.addEventListener('submit', function (event) {
    var form = event.target;
    var isSure = sure === form;
    sure = null;
    if (navigator.onLine || isSure || event.defaultPrevented || form.method !== 'post') { return; }
    event.preventDefault();
    fetch('/health', {cache: 'no-store'}).then(function () {
      sure = form;
      form.requestSubmit(event.submitter);
    }, function () {
      var words = form.querySelector('[data-unsent]') || form.appendChild(document.createElement('p'));
      words.setAttribute('data-unsent', '');
      words.setAttribute('role', 'alert');
      words.className = 'error';
      words.textContent = document.body.getAttribute('data-say-unsent');
    });
  });
  window.addEventListener('online', function () {
    document.querySelectorAll('[data-unsent]').forEach(function (words) { words.remove(); });
  });

  // Files dropped on the field for them
  document.querySelectorAll('[data-drop]').forEach(function (place) {
    var input = place.querySelector('input[type=file]');
    ['dragenter', 'dragover'].forEach(function (name) {
      place.addEventListener(name, function (event) { event.preventDefault(); place.classList.add('over'); });
    });
    ['dragleave', 'drop'].forEach(function (name) {
      place.addEventListener(name, function () { place.classList.remove('over'); });
    });
    place.addEventListener('drop', function (event) {
      event.preventDefault();
      if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; place.closest('form').requestSubmit(); }
    });
    input.addEventListener('change', function () { if (input.files.length) { place.closest('form').requestSubmit(); } });
  });
})();
