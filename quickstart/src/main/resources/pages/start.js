// Keeps the numbers on the start page up to date.
'use strict';
const lang = document.body.dataset.lang;
const every = 1000;
const number = new Intl.NumberFormat(document.body.dataset.locale);

async function refresh() {
  try {
    const answer = await fetch(`/api/counters?lang=${lang}`);
    show(await answer.json());
    document.body.classList.remove('away');
  } catch (e) {
    document.body.classList.add('away');
  }
  setTimeout(refresh, every);
}

function show({ phase, phaseKey, counts, exampleHolder, clock }) {
  for (const place of document.querySelectorAll('[data-count]')) {
    const text = number.format(counts[place.dataset.count] ?? 0);
    if (place.textContent !== text) place.textContent = text;
  }
  const state = document.getElementById('phase');
  // A screen reader speaks each change: only a new phase is one, not its percentage.
  if (state.textContent !== phase) state.textContent = phase;
  document.body.dataset.phase = phaseKey;
  const now = document.getElementById('clock-now');
  if (now && clock && now.textContent !== clock) now.textContent = clock;
  if (exampleHolder) {
    const link = document.getElementById('holder');
    link.href = link.dataset.base + encodeURIComponent(exampleHolder);
  }
}

refresh();
