// Without this script "Compose" leads to a page of its own; with it the same form opens over the folder.
const dialog = document.querySelector('dialog#compose');
const starter = document.querySelector('#start-compose');

if (dialog && starter) {
  const form = dialog.querySelector('form');
  const close = () => {
    form.reset();
    dialog.close();
  };

  starter.addEventListener('submit', (event) => {
    event.preventDefault();
    dialog.showModal();
    dialog.querySelector('#to').focus();
  });
  dialog.querySelector('#close-compose').addEventListener('click', () => dialog.close());
  dialog.querySelector('[formaction="/discard"]').addEventListener('click', (event) => {
    event.preventDefault();
    close();
  });
}
