/* Single keys. Each of them also is a link or a button; here they are only pressed. */
(() => {
  const OFF = 'factcheck.keys.off';
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const isOff = () => {
    try { return localStorage.getItem(OFF) === 'yes'; } catch { return false; }
  };

  /* Rows of a list: the cursor is the focused link. */
  const step = by => {
    const links = all('.list tr.row .claim');
    if (!links.length) return false;
    const at = links.indexOf(document.activeElement);
    const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + by))];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    return true;
  };

  const press = key => {
    const target = all('[data-key]').find(el => el.dataset.key.split(' ').includes(key));
    if (!target) return false;
    if (target.matches('input')) (target.closest('fieldset')?.querySelector('input:checked') ?? target).focus(); else target.click();
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
    if ((by && step(by)) || press(event.key)) event.preventDefault();
  });

  for (const tip of all('.tiprel')) tip.addEventListener('pointerenter', () => { delete tip.dataset.tip; });

  for (const button of all('[data-open]')) {
    button.hidden = false;
    button.addEventListener('click', () => document.getElementById(button.dataset.open).showModal());
  }

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
