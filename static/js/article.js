// Print, copy, share and read aloud. Each button is shown only where the device can do what it says.

const tools = document.querySelector("[data-tools]");
const language = document.documentElement.lang;

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
  const article = document.querySelector("[data-readable]");
  return [...article.querySelectorAll("h1, .prose :is(p, h2, h3, li, figcaption)")]
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

if (tools) {
  printing();
  copying();
  sharing();
  readingAloud();
}
