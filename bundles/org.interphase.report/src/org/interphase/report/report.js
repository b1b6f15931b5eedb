'use strict';
// sorting of tables by a click on a heading: numbers by value, all else by text
document.querySelectorAll('table.numbers thead th, table.texts thead th, table.provenance thead th').forEach(function (head) {
  head.tabIndex = 0;
  head.title = 'sort';
  function sort() {
    var table = head.closest('table');
    var body = table.tBodies[0];
    var column = Array.prototype.indexOf.call(head.parentNode.children, head);
    var down = head.getAttribute('aria-sort') === 'ascending';
    table.querySelectorAll('thead th').forEach(function (h) { h.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    function key(row) {
      var text = row.cells[column] ? row.cells[column].textContent.trim().replace('\u2212', '-') : '';
      var number = /^\(?(-?[0-9.]+)/.exec(text);
      return number ? Number(number[1]) : text;
    }
    var runs = [[]];
    Array.prototype.forEach.call(body.rows, function (row) {
      if (row.className === 'group') { runs.push([row]); runs.push([]); } else { runs[runs.length - 1].push(row); }
    });
    runs.forEach(function (run) {
      if (run.length !== 1) {
        run.sort(function (a, b) {
          var x = key(a), y = key(b);
          var order = typeof x === 'number' ? (typeof y === 'number' ? x - y : -1)
            : typeof y === 'number' ? 1 : x.localeCompare(y);
          return down ? -order : order;
        });
      }
      run.forEach(function (row) { body.appendChild(row); });
    });
  }
  head.addEventListener('click', sort);
  head.addEventListener('keydown', function (e) { if (e.key === 'Enter') { sort(); } });
});
// every figure as SVG or PNG, every table as text for a spreadsheet
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
}
document.querySelectorAll('table.plate td').forEach(function (cell, i) {
  var svg = cell.querySelector('svg');
  if (!svg) { return; }
  var bar = document.createElement('div');
  bar.className = 'save';
  var plate = cell.closest('.figure');
  var name = (plate ? plate.id : 'figure') + '-' + String.fromCharCode(97 + cell.cellIndex);
  function source() { return new XMLSerializer().serializeToString(svg); }
  button('SVG', bar, function () { save(new Blob([source()], {type: 'image/svg+xml'}), name + '.svg'); });
  button('PNG', bar, function () {
    var box = svg.viewBox.baseVal;
    var w = box.width || svg.clientWidth, h = box.height || svg.clientHeight;
    var image = new Image();
    image.onload = function () {
      var canvas = document.createElement('canvas');
      canvas.width = 4 * w;
      canvas.height = 4 * h;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(function (blob) { save(blob, name + '.png'); });
    };
    image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(source());
  });
  cell.appendChild(bar);
});
document.querySelectorAll('table.numbers, table.texts').forEach(function (table, i) {
  var bar = document.createElement('div');
  bar.className = 'save';
  table.parentNode.insertBefore(bar, table.nextSibling);
  button('Copy table', bar, function () {
    navigator.clipboard.writeText(Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (c) { return c.textContent.trim(); }).join('\t');
    }).join('\n'));
  });
});
