// Every page works without this file. It remembers the reader's preferences, closes what was opened, and offers to
// print, copy, share and read aloud where the device can do so.
// One module, without imports: a reader on a slow line waits for one answer, and the hashed name is enough.

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

// A button that needs something stays hidden until that has been found.
const tools = document.querySelector("[data-tools]");
const language = root.lang;

function show(need) {
  for (const element of tools.querySelectorAll(`[data-needs="${need}"]`)) element.hidden = false;
}

function on(action, handler) {
  tools.querySelector(`[data-action="${action}"]`)?.addEventListener("click", handler);
}

function say(text) {
  tools.querySelector("[data-status]").textContent = text;
}

function printing() {
  if (typeof window.print !== "function") return;
  show("print");
  on("print", () => window.print());
}

function copying() {
  if (!navigator.clipboard?.writeText) return;
  show("copy");
  on("copy", async ({ currentTarget: button }) => {
    await navigator.clipboard.writeText(button.dataset.url);
    button.lastChild.textContent = button.dataset.done;
    say(button.dataset.done);
  });
}

function sharing() {
  if (!navigator.share) return;
  show("share");
  on("share", ({ currentTarget: button }) => {
    // A reader who closes the sheet again has not made an error.
    navigator.share({ title: button.dataset.title, url: button.dataset.url }).catch(() => {});
  });
}

function readableText() {
  const text = document.querySelector("[data-readable]");
  const words = text
    ? text.querySelectorAll("h1, .prose :is(p, h2, h3, li, figcaption)")
    : document.querySelectorAll("main :is(h1, h2, h3, h4, p, dt, dd)");
  return [...words]
    .map((element) => element.textContent.replace(/\s+/g, " ").trim())
    .filter(Boolean);
}

function readingAloud() {
  const speech = window.speechSynthesis;
  if (!speech) return;
  const voiceFor = () => speech.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));
  const offer = () => voiceFor() && show("speech");
  offer();
  speech.addEventListener?.("voiceschanged", offer);
  window.addEventListener("pagehide", () => speech.cancel());

  on("listen", ({ currentTarget: button }) => {
    const label = button.querySelector("span");
    button.dataset.start ??= label.textContent;
    const finish = () => (label.textContent = button.dataset.start);
    if (speech.speaking) {
      speech.cancel();
      finish();
      return;
    }
    label.textContent = button.dataset.stop;
    // One utterance a paragraph: some devices fall silent in the middle of a long one.
    const parts = readableText().map((text) => {
      const part = new SpeechSynthesisUtterance(text);
      part.lang = language;
      part.voice = voiceFor();
      return part;
    });
    if (parts.length) parts.at(-1).onend = finish;
    for (const part of parts) speech.speak(part);
  });
}

preferences();
closing();
if (tools) {
  printing();
  copying();
  sharing();
  readingAloud();
}
