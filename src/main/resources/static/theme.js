'use strict';
// Before anything is drawn: light or dark, as chosen here or else as the machine is set, and that scripts run, so that the places may fold.
(function () {
  var chosen = null;
  try { chosen = localStorage.getItem('salus-theme'); } catch (blocked) { chosen = null; }
  var dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.classList.add('scripted');
  document.documentElement.setAttribute('data-bs-theme', dark ? 'dark' : 'light');
})();
