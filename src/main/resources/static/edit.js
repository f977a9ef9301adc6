'use strict';
// Fields that save themselves. Without this script a workspace can be read; with it nothing has to be saved by hand and nothing typed is lost.
(function () {
  var forms = function () { return document.querySelectorAll('form[data-autosave]'); };
  var unsaved = new Set();

  function stateOf(field) { return document.getElementById(field.id + '-state'); }
  function words(name) { return document.body.getAttribute('data-say-' + name) || ''; }
  function tell(field, kind, text) {
    var state = stateOf(field);
    if (!state) { return; }
    var span = document.createElement('span');
    span.className = kind === 'error' ? 'error' : 'faint';
    span.textContent = text;
    state.replaceChildren(span);
  }
  // Of a row that could not be added or taken away the list says so; what was typed for it stays.
  function tellRows(button, name) {
    var rows = button && button.closest && button.closest('fieldset.rows');
    if (rows) { tell({id: rows.id.replace(/-rows$/, '')}, 'error', words(name)); }
  }
  function isField(element) { return element && element.id && element.hasAttribute && element.hasAttribute('hx-post') && element.closest('form[data-autosave]'); }

  document.addEventListener('submit', function (event) {
    // Enter in a field saves that field; there is no form to send.
    if (event.target.matches('form[data-autosave]')) { event.preventDefault(); }
  }, true);
  document.addEventListener('input', function (event) {
    if (isField(event.target)) { unsaved.add(event.target.id); tell(event.target, 'faint', words('typing')); }
  });
  document.body.addEventListener('htmx:beforeRequest', function (event) {
    if (isField(event.detail.elt)) { tell(event.detail.elt, 'faint', words('saving')); }
  });
  document.body.addEventListener('htmx:afterRequest', function (event) {
    var field = event.detail.elt;
    if (isField(field) && event.detail.successful) {
      var state = stateOf(field);
      if (state && state.querySelector('[data-state=saved]')) { unsaved.delete(field.id); }
    }
  });
  // No connection: what was typed stays in the field, and is sent again until it arrives.
  document.body.addEventListener('htmx:sendError', function (event) {
    var field = event.detail.elt;
    if (!isField(field)) { tellRows(field, 'unsent'); return; }
    tell(field, 'error', words('offline'));
    setTimeout(function () { if (unsaved.has(field.id) && window.htmx) { htmx.trigger(field, 'change'); } }, 3000);
  });
  document.body.addEventListener('htmx:responseError', function (event) {
    var field = event.detail.elt;
    if (isField(field)) { tell(field, 'error', words(event.detail.xhr.status === 401 || event.detail.xhr.status === 403 ? 'signed-out' : 'failed')); }
  });
  function sendAgain() {
    unsaved.forEach(function (id) { var field = document.getElementById(id); if (field && window.htmx) { htmx.trigger(field, 'change'); } });
  }
  window.addEventListener('online', sendAgain);
  // Whoever is no longer signed in stays on the page with what was typed, and comes back to it from another tab.
  document.body.addEventListener('htmx:beforeOnLoad', function (event) {
    var from = event.detail.elt;
    if (event.detail.xhr.status !== 401 || !from.closest || !from.closest('form[data-autosave]')) { return; }
    event.preventDefault();
    if (isField(from)) { tell(from, 'error', words('signed-out')); } else { tellRows(from, 'signed-out'); }
  });
  document.addEventListener('visibilitychange', function () { if (!document.hidden) { sendAgain(); } });
  window.addEventListener('focus', sendAgain);
  window.addEventListener('beforeunload', function (event) { if (unsaved.size) { event.preventDefault(); } });

  // A further row of a list is added from what was typed for it; Enter does what its button does.
  document.addEventListener('keydown', function (event) {
    var fresh = event.key === 'Enter' && event.target.tagName === 'INPUT' && event.target.closest('[data-new]');
    if (fresh) { event.preventDefault(); fresh.querySelector('[data-add]').click(); }
  });
  document.body.addEventListener('htmx:afterSwap', function (event) {
    var rows = event.detail.elt;
    if (rows && rows.matches && rows.matches('fieldset.rows')) { rows.focus(); }
  });

  // Two people wrote into the same field: one's own words or the other's.
  document.addEventListener('click', function (event) {
    var button = event.target.closest && event.target.closest('[data-take]');
    if (!button) { return; }
    var field = document.getElementById(button.getAttribute('data-field'));
    if (!field) { return; }
    if (button.getAttribute('data-take') === 'theirs') {
      var theirs = stateOf(field).querySelector('[data-theirs]');
      field.value = theirs ? theirs.textContent : '';
      unsaved.delete(field.id);
      stateOf(field).replaceChildren();
    } else {
      htmx.trigger(field, 'change');
    }
    field.focus();
  });

  // Whoever takes a step back stays where the step was made.
  document.addEventListener('submit', function (event) {
    var below = event.target.getAttribute('data-below');
    var here = location.pathname + location.search;
    if (below && here.indexOf(below) === 0) { event.target.elements.back.value = here.slice(below.length); }
  }, true);

  // Ctrl-Z outside a field takes one's last step back, Ctrl-Shift-Z does it again.
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
    if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') { return; }
    var form = document.getElementById(event.shiftKey ? 'redo-form' : 'undo-form');
    if (form) { event.preventDefault(); form.requestSubmit(); }
  });
})();
