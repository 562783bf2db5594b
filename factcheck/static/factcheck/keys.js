/* Single keys. Each of them also is a link or a button; here they are only pressed. */
(() => {
  const OFF = 'factcheck.keys.off';
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /* Off by the person's settings, or in this browser alone. */
  const isOff = () => {
    if (document.body.dataset.keys === 'off') return true;
    try { return localStorage.getItem(OFF) === 'yes'; } catch { return false; }
  };

  /* Rows of a list: the cursor is the row that has the focus. */
  const row = () => document.activeElement?.closest('tr.row');

  const choose = () => {
    const box = row()?.querySelector('.check');
    box?.click();
    return Boolean(box);
  };

  const step = by => {
    const links = all('.list tr.row .claim, .queue tr.row .claim');
    if (!links.length) return false;
    const at = links.indexOf(row()?.querySelector('.claim'));
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  };

  const press = key => {
    const target = all('[data-key]').find(el => el.dataset.key.split(' ').includes(key));
    if (!target) return false;
    /* What is done to the chosen rows is done to the one under the cursor where none is chosen. */
    if (target.matches('[data-rows]') && !one('.check:checked')) choose();
    if (target.matches('input, select, textarea')) (target.closest('fieldset')?.querySelector('input:checked') ?? target).focus();
    else if (target.matches('summary')) { target.parentElement.open = true; (one('input:not([type="hidden"]), select, textarea', target.parentElement) ?? target).focus(); }
    else target.click();
    return true;
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape') {
      for (const tip of all('.tiprel')) tip.dataset.tip = 'off';
      const menu = one('details.menu[open]');
      if (menu) { menu.open = false; one('summary', menu).focus(); }
      return;
    }
    if (isOff() || event.target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, dialog[open], [contenteditable]')) return;
    const by = { j: 1, k: -1 }[event.key];
    if ((by && step(by)) || (event.key === 'x' && choose()) || press(event.key)) event.preventDefault();
  });

  for (const tip of all('.tiprel')) tip.addEventListener('pointerenter', () => { delete tip.dataset.tip; });

  for (const button of all('[data-open]')) {
    button.hidden = false;
    button.addEventListener('click', () => document.getElementById(button.dataset.open).showModal());
  }

  /* The bar under a list says how many rows are chosen; the next page puts the cursor where it was. */
  const bar = one('[data-bulk]');
  if (bar) {
    const count = () => {
      const chosen = all('.check:checked').length;
      const words = one('[data-chosen]', bar);
      words.hidden = !chosen;
      words.textContent = `${chosen} chosen`;
    };
    bar.closest('form').addEventListener('reset', () => setTimeout(count));
    bar.closest('form').addEventListener('change', count);
    bar.closest('form').addEventListener('submit', () => {
      const first = one('.check:checked')?.closest('tr.row');
      const at = one('[data-at]', bar.closest('form'));
      if (first && at) at.value = all('tr.row').indexOf(first);
    });
    count();
  }

  // Where the navigation is one line, the page that is open may stand behind its edge.
  one('.sidenav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });

  const box = one('[data-keys-off]');
  if (box) {
    box.checked = isOff();
    box.addEventListener('change', () => {
      try { localStorage.setItem(OFF, box.checked ? 'yes' : 'no'); } catch { box.checked = false; }
    });
  }

  document.addEventListener('click', event => {
    const menu = one('details.menu[open]');
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
})();
