// On a narrow screen the list of channels slides in from the side.

const NARROW = '(max-width: 719px)';

export class Drawer {
  #sidebar;
  #button;
  #narrow = matchMedia(NARROW);

  constructor(sidebar, button, scrim) {
    this.#sidebar = sidebar;
    this.#button = button;
    button.addEventListener('click', () => (this.isOpen ? this.close() : this.open()));
    scrim.addEventListener('click', () => this.close());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.isOpen) this.close();
    });
    this.#narrow.addEventListener('change', () => this.#apply(false));
    this.#apply(false);
  }

  get isOpen() { return document.body.classList.contains('drawer-open'); }

  open() {
    this.#apply(true);
    (this.#sidebar.querySelector('[aria-current]') ?? this.#sidebar.querySelector('button'))?.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.#apply(false);
    this.#button.focus();
  }

  #apply(open) {
    document.body.classList.toggle('drawer-open', open);
    this.#sidebar.inert = this.#narrow.matches && !open;
    this.#button.setAttribute('aria-expanded', String(open));
  }
}
