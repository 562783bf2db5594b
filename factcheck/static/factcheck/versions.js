/* The versions page: "still right" by key on the row under the cursor, and copying the draft of a note. */
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const say = words => { document.getElementById('said').textContent = words; };
  const asking = () => all('#changes tr.row:has([data-still])');
  let next = null;

  document.addEventListener('keydown', event => {
    if (event.key !== 's' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.body.dataset.keys === 'off' || event.target.closest('input, textarea, select, dialog[open]')) return;
    try { if (localStorage.getItem('factcheck.keys.off') === 'yes') return; } catch { /* keys stay on */ }
    const form = event.target.closest('tr.row')?.querySelector('[data-still]');
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });

  /* The cursor goes on to the next row that asks, else it stays on the one that was answered. */
  document.addEventListener('htmx:beforeRequest', event => {
    const form = event.detail.elt;
    if (!form.matches?.('[data-still]')) return;
    const rows = asking();
    const at = rows.indexOf(form.closest('tr.row'));
    next = (rows[at + 1] ?? rows[at - 1] ?? rows[at]).querySelector('.claim').id;
  });
  document.addEventListener('htmx:afterSettle', () => {
    if (!next) return;
    (document.getElementById(next) ?? document.getElementById('h-num')).focus();
    next = null;
    const left = asking().length;
    say(left ? `Still right. ${left} left to look at.` : 'Still right. None left to look at.');
  });

  for (const button of all('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const field = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(field.value);
        say('Copied');
      } catch {
        field.focus();
        field.select();
        say('Chosen. Copy it with the keys of your system.');
      }
    });
  }
})();
