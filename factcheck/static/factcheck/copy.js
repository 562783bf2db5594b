/* A button that copies what stands in an element; where the browser refuses, the words are chosen instead. */
(() => {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const words = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(words.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(words);
        button.textContent = 'Chosen: copy it with your keys';
      }
    });
  }
})();
