/* Light or dark without loading the page again. The cookie tells the server, so that the next page does not flash. */
(() => {
  const YEAR = 365 * 24 * 3600;

  document.addEventListener('submit', event => {
    if (!event.target.matches('[data-theme-form]')) return;
    const theme = event.submitter?.value;
    if (theme !== 'dark' && theme !== 'light') return;
    event.preventDefault();
    document.documentElement.dataset.theme = theme;
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `theme=${theme}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
    event.target.querySelector(theme === 'dark' ? '.to-light' : '.to-dark').focus();
  });
})();
