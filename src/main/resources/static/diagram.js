'use strict';
// Diagrams: zoom, a drawer for what is chosen, and lines drawn by dragging from box to box. Without this script boxes and lines are links.
(function () {
  // A view that is swapped brings this script along again.
  if (window.salusDiagram) { return; }
  window.salusDiagram = true;
  var FAR = 6; // pixels after which a press is a drag
  var frame = function () { return document.getElementById('diagram'); };
  // What is open stands in the address, as everything that is shown does.
  function noted(items) {
    var here = new URL(location.href);
    if (items) { here.searchParams.set('open', items); } else { here.searchParams.delete('open'); }
    history.replaceState(history.state, '', here);
  }
  var panel = function (items) {
    noted(items);
    var place = frame();
    var path = place ? place.getAttribute('data-panel') : '';
    if (path && window.htmx) {
      return htmx.ajax('GET', path + (path.indexOf('?') < 0 ? '?' : '&') + 'items=' + encodeURIComponent(items), {target: '#drawer-content', swap: 'innerHTML'});
    }
  };

  // Without a connection the drawer stays as it is.
  function reached(answer) { if (answer) { answer.catch(function () { noted(null); }); } }

  // Zoom
  var zoom = 0; // 0 fits the width
  function scaled() {
    var place = frame();
    if (!place) { return; }
    place.querySelectorAll('svg').forEach(function (svg) { svg.style.width = zoom ? svg.viewBox.baseVal.width * zoom + 'px' : ''; });
    place.classList.toggle('fits', !zoom);
  }
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-zoom]');
    var svg = button && frame() && frame().querySelector('svg');
    if (!svg) { return; }
    var now = zoom || svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    var how = button.getAttribute('data-zoom');
    zoom = how === 'fit' ? 0 : Math.min(4, Math.max(0.2, how === 'in' ? now * 1.25 : now / 1.25));
    scaled();
  });

  // What is chosen is shown beside the picture.
  document.addEventListener('click', function (event) {
    var chosen = event.target.closest && event.target.closest('a[data-item], a[data-items]');
    if (!chosen || event.ctrlKey || event.metaKey || event.shiftKey || event.button) { return; }
    event.preventDefault();
    if (dragged) { dragged = false; return; }
    // Where boxes are chosen before they are opened, the script of that page opens them.
    if (frame() && frame().hasAttribute('data-chooses') && frame().contains(chosen)) {
      chosen.dispatchEvent(new CustomEvent('salus:chosen', {bubbles: true}));
      return;
    }
    reached(panel(chosen.getAttribute('data-items') || chosen.getAttribute('data-item')));
  });

  // A line is drawn from box to box; the form that makes it is filled in and waits for its kind.
  var from = null;
  var line = null;
  var dragged = false;
  var box = function (event) {
    var at = document.elementFromPoint(event.clientX, event.clientY);
    return at && at.closest('#diagram a[data-item]');
  };
  function point(event) {
    var svg = from.svg;
    var at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return at;
  }
  document.addEventListener('dragstart', function (event) {
    if (event.target.closest && event.target.closest('#diagram')) { event.preventDefault(); }
  });
  document.addEventListener('pointerdown', function (event) {
    dragged = false;
    var start = event.button === 0 && event.pointerType !== 'touch' && frame() && frame().getAttribute('data-join') && box(event);
    from = start ? {item: start.getAttribute('data-item'), box: start, svg: start.ownerSVGElement, x: event.clientX, y: event.clientY} : null;
    if (from) { from.at = point(event); }
  });
  document.addEventListener('pointermove', function (event) {
    if (!from || !frame() || Math.hypot(event.clientX - from.x, event.clientY - from.y) < FAR) { return; }
    var svg = from.svg;
    var to = point(event);
    if (!line) {
      line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
      line.setAttribute('class', 'dg-drawn');
      svg.appendChild(line);
    }
    line.setAttribute('x1', from.at.x); line.setAttribute('y1', from.at.y);
    line.setAttribute('x2', to.x); line.setAttribute('y2', to.y);
    event.preventDefault();
  });
  document.addEventListener('pointerup', function (event) {
    var began = from;
    from = null;
    if (!line) { return; }
    line.remove();
    line = null;
    dragged = true;
    var end = box(event);
    var form = document.getElementById(frame().getAttribute('data-join'));
    if (!began || !end || !form || end.getAttribute('data-item') === began.item) { return; }
    if (frame().hasAttribute('data-chooses')) {
      end.dispatchEvent(new CustomEvent('salus:joined', {bubbles: true, detail: {from: began.box, to: end}}));
      return;
    }
    form.closest('details').open = true;
    form.elements.from.value = began.item;
    form.elements.to.value = end.getAttribute('data-item');
    form.elements.tie.focus();
    form.scrollIntoView({block: 'nearest'});
  });

  // A slider says where it stands while it is moved.
  document.addEventListener('input', function (event) {
    var shown = event.target.getAttribute && event.target.getAttribute('data-shows');
    if (shown) { document.getElementById(shown).textContent = event.target.value; }
  });

  // Keys: a adds an actor, t a tie.
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var form = document.getElementById(event.key === 'a' ? 'actor-form' : event.key === 't' ? 'tie-form' : '');
    if (form) {
      event.preventDefault();
      form.closest('details').open = true;
      form.querySelector('input:not([type=hidden]), select').focus();
    }
  });

  new MutationObserver(function () {
    if (document.getElementById('drawer').hidden) { noted(null); }
  }).observe(document.getElementById('drawer'), {attributes: true, attributeFilter: ['hidden']});
  var open = new URLSearchParams(location.search).get('open');
  if (open && frame()) { reached(panel(open)); }
  window.salusPanel = panel;

  // Where the frame shows only a part of the picture, whom the picture is about is in sight first.
  function centred() {
    var place = frame();
    var about = place && !place.hasAttribute('data-chooses') && !place.hasAttribute('data-centred') && place.querySelector('.dg-strong');
    if (!about) { return; }
    place.setAttribute('data-centred', '');
    var at = about.getBoundingClientRect();
    var around = place.getBoundingClientRect();
    place.scrollLeft += at.left + at.width / 2 - around.left - around.width / 2;
    place.scrollTop += at.top + at.height / 2 - around.top - around.height / 2;
  }

  document.body.addEventListener('htmx:afterSettle', function () { scaled(); centred(); });
  scaled();
  centred();
})();
