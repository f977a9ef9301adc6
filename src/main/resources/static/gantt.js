'use strict';
// Bars that are moved to fix when a step begins. Without this script the form below the picture does the same.
(function () {
  // A view that is swapped brings this script along again.
  if (window.salusGantt) { return; }
  window.salusGantt = true;
  var FAR = 6; // pixels after which a press is a drag
  var DAY = 86400000;
  function form() { return document.getElementById('move-form'); }
  function field(name) { return document.getElementById('move-' + name); }
  var language = document.documentElement.lang;
  var words = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  var moved = null; // the bar that stands elsewhere than the plan says, the day it would begin on, and by how many months keys have moved it
  var drag = null;
  var dragged = false;

  function bar(element) { return form() && element && element.closest ? element.closest('svg.timeline .tl-bar[data-step]') : null; }
  function perDay(of) { return +of.ownerSVGElement.getAttribute('data-day'); }
  function day(text) { return new Date(text + 'T00:00:00Z'); }
  function iso(date) { return date.toISOString().slice(0, 10); }
  // A month later on the same day; on the last of the month where there is no such day.
  function months(date, by) {
    var to = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1));
    var last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
    to.setUTCDate(Math.min(date.getUTCDate(), last));
    return to;
  }
  function name(of) {
    var option = Array.prototype.find.call(field('step').options, function (one) { return one.value === of.getAttribute('data-step'); });
    return option ? option.textContent.trim() : '';
  }
  function back() {
    if (moved) { moved.bar.removeAttribute('transform'); }
    moved = null;
  }
  function show(of, to, by) {
    if (moved && moved.bar !== of) { back(); }
    moved = {bar: of, to: to, months: by || 0};
    var days = Math.round((to - day(of.getAttribute('data-from'))) / DAY);
    of.setAttribute('transform', 'translate(' + days * perDay(of) + ' 0)');
    field('step').value = of.getAttribute('data-step');
    field('day').value = iso(to);
  }
  // What it would be is said where a bar is moved by keys; one that is pulled says it on the way, too, but to the eye alone.
  function tell(aloud) {
    var text = form().getAttribute('data-say-would').replace(/\{([01])\}/g, function (all, place) { return place === '0' ? name(moved.bar) : words.format(moved.to); });
    field('says').setAttribute('aria-live', aloud ? 'polite' : 'off');
    field('says').textContent = text;
  }
  function send() {
    if (moved && iso(moved.to) !== moved.bar.getAttribute('data-from')) { form().requestSubmit(); }
  }

  document.addEventListener('dragstart', function (event) { if (bar(event.target)) { event.preventDefault(); } });
  document.addEventListener('pointerdown', function (event) {
    dragged = false;
    // A finger scrolls.
    var of = event.button === 0 && event.pointerType !== 'touch' ? bar(event.target) : null;
    drag = of ? {bar: of, x: event.clientX, scale: of.ownerSVGElement.getScreenCTM().a, from: day(of.getAttribute('data-from'))} : null;
  });
  document.addEventListener('pointermove', function (event) {
    if (!drag || (!dragged && Math.abs(event.clientX - drag.x) < FAR)) { return; }
    dragged = true;
    var days = Math.round((event.clientX - drag.x) / drag.scale / perDay(drag.bar));
    show(drag.bar, new Date(drag.from.getTime() + days * DAY));
    tell(false);
    event.preventDefault();
  });
  document.addEventListener('pointerup', function () {
    if (drag && dragged) { send(); }
    drag = null;
  });
  document.addEventListener('pointercancel', function () { drag = null; back(); });
  // The end of a pull is no click on the link.
  document.addEventListener('click', function (event) {
    if (dragged && bar(event.target)) { event.preventDefault(); event.stopPropagation(); }
    dragged = false;
  }, true);

  document.addEventListener('keydown', function (event) {
    var of = bar(event.target);
    if (!of || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var by = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (by) {
      event.preventDefault();
      // From where it stands in the plan, so that the last of a month is not lost on the way over February.
      by += moved && moved.bar === of ? moved.months : 0;
      show(of, months(day(of.getAttribute('data-from')), by), by);
      tell(true);
    } else if (event.key === 'Enter' && moved && moved.bar === of) {
      event.preventDefault();
      send();
    } else if (event.key === 'Escape' && moved) {
      event.preventDefault();
      back();
      field('says').textContent = form().getAttribute('data-say-back');
    }
  });
})();
