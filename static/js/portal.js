// Every page works without this file. It remembers the reader's preferences and closes what was opened.

const root = document.documentElement;

function remember(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Without storage the choice lasts for this page.
  }
}

function preferences() {
  const sizes = [...document.querySelectorAll('input[name="text-size"]')];
  const contrast = document.getElementById("high-contrast");
  const chosen = sizes.find((radio) => radio.value === root.dataset.textSize);
  if (chosen) chosen.checked = true;
  if (contrast) contrast.checked = root.dataset.contrast === "high";

  for (const radio of sizes) {
    radio.addEventListener("change", () => {
      // The attribute set before the first paint must follow, or it would outvote the radio button.
      if (radio.value === "100") delete root.dataset.textSize;
      else root.dataset.textSize = radio.value;
      remember("text-size", root.dataset.textSize);
    });
  }
  contrast?.addEventListener("change", () => {
    if (contrast.checked) root.dataset.contrast = "high";
    else delete root.dataset.contrast;
    remember("contrast", root.dataset.contrast);
  });
}

function closing() {
  const open = () => document.querySelectorAll(".nav details[open], .prefs[open]");
  document.addEventListener("click", (event) => {
    for (const details of open()) if (!details.contains(event.target)) details.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const details of open()) {
      const inside = details.contains(document.activeElement);
      details.open = false;
      if (inside) details.querySelector("summary").focus();
    }
  });
}

preferences();
closing();
