'use strict';
// What an option made in Java cannot carry: how numbers are written, and room for a title of several lines. Used by the browser and for paper alike.
var salusChart = (function () {
  // What stands before decimals; a page, or a document, has one language.
  var point = '.';

  function grouped(value) {
    if (value === null || value === undefined || value === '-' || value === '') return '';
    var number = Number(value);
    if (!isFinite(number)) return String(value);
    var parts = String(Math.abs(number)).split('.');
    if (parts[0].indexOf('e') < 0) parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, '\u202f');
    return (number < 0 ? '\u2212' : '') + parts.join(point);
  }

  function each(value, action) {
    if (Array.isArray(value)) value.forEach(action);
    else if (value) action(value);
  }

  function move(part, by) {
    if (part && typeof part.top === 'number') part.top += by;
  }

  // Panels laid out anew, as many beside one another as are asked for.
  function beside(option, columns) {
    var first = option.title[1].top;
    var high = 170;
    var share = 100 / columns;
    option.title.slice(1).forEach(function (panel, i) {
      var left = (i % columns) * share + '%';
      var by = first + Math.floor(i / columns) * high - panel.top;
      panel.left = left;
      panel.top += by;
      option.grid[i].left = left;
      option.grid[i].top += by;
      option.grid[i].width = (share - (columns === 1 ? 0 : 3)) + '%';
    });
  }

  function linesOf(text, wide, width) {
    return Math.max(1, Math.ceil((text || '').length * wide / (width - 4)));
  }

  // How much room a title of several lines, and what stands below it, need besides one line each.
  function more(title, width) {
    return (linesOf(title.text, 7.6, width) - 1) * 18 + (linesOf(title.subtext, 5.6, width) - 1) * 15;
  }

  function draw(option, width, columns, decimal) {
    point = decimal || '.';
    ['xAxis', 'yAxis'].forEach(function (name) {
      each(option[name], function (axis) {
        if (axis.type === 'value') axis.axisLabel = Object.assign({}, axis.axisLabel, {formatter: grouped});
      });
    });
    each(option.series, function (series) {
      if (series.label && series.label.show) {
        series.label = Object.assign({}, series.label, {formatter: function (point) { return grouped(point.value); }});
      }
    });
    if (option.tooltip) option.tooltip = Object.assign({}, option.tooltip, {valueFormatter: grouped});

    if (Array.isArray(option.title) && option.title.length > 1) {
      if (columns) beside(option, columns);
      var wide = Math.floor(width / (columns || Math.min(3, option.title.length - 1))) - 14;
      option.title.slice(1).forEach(function (panel) {
        panel.textStyle = Object.assign({}, panel.textStyle, {width: wide, overflow: 'break'});
      });
    }

    var title = Array.isArray(option.title) ? option.title[0] : option.title;
    if (title && title.text) {
      title.textStyle = Object.assign({}, title.textStyle, {width: width - 4, overflow: 'break', lineHeight: 18});
      title.subtextStyle = Object.assign({}, title.subtextStyle, {width: width - 4, overflow: 'break', lineHeight: 15});
      var by = more(title, width);
      if (by > 0) {
        each(option.grid, function (grid) { move(grid, by); });
        move(option.legend, by);
        if (Array.isArray(option.title)) option.title.slice(1).forEach(function (panel) { move(panel, by); });
      }
    }
    if (option.legend) {
      var rows = 1;
      var used = 0;
      each(option.series, function (series) {
        var wide = 33 + series.name.length * 6.4;
        if (used > 0 && used + wide > width) {
          rows++;
          used = 0;
        }
        used += wide;
      });
      each(option.grid, function (grid) { move(grid, (rows - 1) * 24); });
    }
    return option;
  }
  draw.more = function (option, width) {
    return more(Array.isArray(option.title) ? option.title[0] : option.title, width);
  };
  return draw;
})();
