'use strict';
// Without this all is still there: filters are hidden, and the browser's own search finds everything.
document.documentElement.classList.add('js');

function filter(part) {
  const words = document.querySelector('[data-filters=' + part + ']').value.toLowerCase().split(/\s+/).filter(Boolean);
  const shows = document.querySelector('[data-shows=' + part + ']');
  let shown = 0;
  const all = document.querySelectorAll('[data-in=' + part + ']');
  for (const it of all) {
    const text = (it.id + ' ' + it.textContent).toLowerCase();
    it.hidden = !words.every(word => text.includes(word)) || Boolean(shows && shows.value) && it.dataset.marked !== shows.value;
    shown += it.hidden ? 0 : 1;
  }
  document.querySelector('#' + part + ' output').textContent = shown + ' of ' + all.length;
}

for (const it of document.querySelectorAll('[data-filters], [data-shows]')) {
  it.addEventListener('input', () => filter(it.dataset.filters || it.dataset.shows));
}

// What a link leads to is opened, with all that it is in.
function reveal() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let it = target; it; it = it.parentElement) {
    if (it.tagName === 'DETAILS') {
      it.open = true;
      it.hidden = false;
    }
  }
  if (target) {
    target.scrollIntoView();
  }
}
addEventListener('hashchange', reveal);
reveal();
