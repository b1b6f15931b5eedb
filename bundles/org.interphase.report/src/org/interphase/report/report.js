'use strict';
// sorting of tables by a click on a heading: numbers by value, all else by text
document.querySelectorAll('table.numbers thead th, table.texts thead th, table.provenance thead th').forEach(function (head) {
  head.tabIndex = 0;
  head.title = 'sort';
  function sort() {
    var table = head.closest('table');
    var column = Array.prototype.indexOf.call(head.parentNode.children, head);
    var down = head.getAttribute('aria-sort') === 'ascending';
    table.querySelectorAll('thead th').forEach(function (h) { h.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    function key(row) {
      var text = row.cells[column] ? row.cells[column].textContent.trim().replace('\u2212', '-') : '';
      var number = /^\(?(-?[0-9.]+)/.exec(text);
      return number ? Number(number[1]) : text;
    }
    Array.prototype.forEach.call(table.tBodies, function (body) {
      Array.prototype.filter.call(body.rows, function (row) { return row.className !== 'group'; })
        .sort(function (a, b) {
          var x = key(a), y = key(b);
          var order = typeof x === 'number' ? (typeof y === 'number' ? x - y : -1)
            : typeof y === 'number' ? 1 : x.localeCompare(y);
          return down ? -order : order;
        }).forEach(function (row) { body.appendChild(row); });
    });
  }
  head.addEventListener('click', sort);
  head.addEventListener('keydown', function (e) { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); sort(); } });
});
// every figure as SVG, PNG or the table of its data, every table as text for a spreadsheet
function save(blob, name) {
  var a = document.createElement('a');
  a.href = URL.createObjectURL(blob);
  a.download = name;
  a.click();
  setTimeout(function () { URL.revokeObjectURL(a.href); }, 1000);
}
function button(text, into, action) {
  var b = document.createElement('button');
  b.type = 'button';
  b.textContent = text;
  b.addEventListener('click', action);
  into.appendChild(b);
  return b;
}
// the rows a figure is drawn from, as FigureTable.java packs them
function rows(table) {
  var values = table.values.map(function (text) {
    var parts = text.split(' '), step = parts.shift(), at = 0;
    if (step === '=') { return parts.map(function (p) { return p === '.' ? '' : p; }); }
    var form = /^\d*(?:\.(\d+))?(?:E([-+]\d+))?$/.exec(step);
    var decimals = Math.max(0, (form[1] || '').length - Number(form[2] || 0));
    return parts.map(function (p) {
      if (p === '.') { return ''; }
      at += Number(p);
      return decimals > 12 ? (at * step).toPrecision(6) : (at * step).toFixed(decimals);
    });
  });
  var lines = [table.columns.join(',')];
  table.curves.forEach(function (curve) {
    var columns = curve.slice(4).map(function (k) { return k === -1 ? [] : values[k]; });
    var n = Math.max.apply(null, columns.map(function (c) { return c.length; }));
    for (var i = 0; n > i; i++) {
      lines.push(curve.slice(0, 4).concat(columns.map(function (c) { return c.length > i ? c[i] : ''; })).join(','));
    }
  });
  return lines.join('\n') + '\n';
}
function unpacked(text) {
  var bytes = Uint8Array.from(atob(text), function (c) { return c.charCodeAt(0); });
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json().then(rows);
}
document.querySelectorAll('table.plate td').forEach(function (cell) {
  var svg = cell.querySelector('svg');
  if (!svg) { return; }
  var bar = document.createElement('div');
  bar.className = 'save';
  var plate = cell.closest('.figure');
  var name = (plate ? plate.id : 'figure') + String.fromCharCode(97 + cell.cellIndex) + '-' + cell.dataset.name;
  function source() { return new XMLSerializer().serializeToString(svg); }
  function saving(text, what, action) {
    button(text, bar, action).setAttribute('aria-label', 'Save ' + name + ' as ' + what);
  }
  saving('SVG', 'SVG', function () { save(new Blob([source()], {type: 'image/svg+xml'}), name + '.svg'); });
  saving('PNG', 'PNG', function () {
    var box = svg.viewBox.baseVal;
    var image = new Image();
    image.onload = function () {
      var canvas = document.createElement('canvas');
      canvas.width = 4 * box.width;
      canvas.height = 4 * box.height;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (blob) { save(blob, name + '.png'); });
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(source());
  });
  if (cell.dataset.table ? window.DecompressionStream : false) {
    saving('CSV', 'table of its data', function () {
      // with a mark, by which spreadsheet programs know the letters
      unpacked(cell.dataset.table).then(function (text) {
        save(new Blob(['\ufeff' + text], {type: 'text/csv'}), name + '.csv');
      });
    });
  }
  cell.appendChild(bar);
});
document.querySelectorAll('table.numbers, table.texts').forEach(function (table, i) {
  var bar = document.createElement('div');
  bar.className = 'save';
  table.parentNode.insertBefore(bar, table.nextSibling);
  button('Copy table', bar, function (e) {
    var text = Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (c) { return c.textContent.trim(); }).join('\t');
    }).join('\n');
    function done() { e.target.textContent = 'Copied'; }
    // a page opened from a folder may not reach the clipboard in the new way
    function selected() {
      var area = document.createElement('textarea');
      area.value = text;
      document.body.appendChild(area);
      area.select();
      if (document.execCommand('copy')) { done(); }
      area.remove();
      e.target.focus();
    }
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, selected); } else { selected(); }
  });
});
