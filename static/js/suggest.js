// Suggestions while a search box is typed into: a combobox with a list (WAI-ARIA authoring practices).
// Without this file the box is a plain form.

const WAIT = 150;
const MIN_LETTERS = 2;

function option(item, id) {
  const element = document.createElement("li");
  element.id = id;
  element.setAttribute("role", "option");
  element.setAttribute("aria-selected", "false");
  element.textContent = item.text;
  element.dataset.url = item.url;
  return element;
}

function combobox(form) {
  const input = form.querySelector('input[type="search"]');
  if (!input) return;
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", form.dataset.suggestLabel);
  form.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.autocomplete = "off";

  let timer;
  let asking;
  let chosen = -1;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(place) {
    const options = [...list.children];
    chosen = (place + options.length + 1) % (options.length + 1);
    options.forEach((element, index) => element.setAttribute("aria-selected", String(index === chosen)));
    const current = options[chosen];
    if (current) {
      input.setAttribute("aria-activedescendant", current.id);
      current.scrollIntoView({ block: "nearest" });
    } else {
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
    }
  }

  function style() {
    if (document.querySelector("link[data-suggestions]")) return;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = form.dataset.suggestStyle;
    link.dataset.suggestions = "";
    document.head.append(link);
  }

  async function ask() {
    asking?.abort();
    const text = input.value.trim();
    if (text.length < MIN_LETTERS) return close();
    asking = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: asking.signal });
      if (!answer.ok) return close();
      const { suggestions } = await answer.json();
      if (!suggestions.length || document.activeElement !== input) return close();
      list.replaceChildren(...suggestions.map((item, index) => option(item, `${list.id}-${index}`)));
      chosen = -1;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      input.removeAttribute("aria-activedescendant");
    } catch {
      // A slow or broken line: the form still works.
    }
  }

  // Only who searches fetches how the list looks.
  input.addEventListener("focus", style, { once: true });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    // While an input method composes a letter its keys are its own.
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? list.children.length - 1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.url);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) location.assign(item.dataset.url);
  });
  input.addEventListener("blur", () => {
    asking?.abort();
    clearTimeout(timer);
    close();
  });
}

for (const form of document.querySelectorAll("form[data-suggest]")) combobox(form);
