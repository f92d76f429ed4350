// Search without a server. Browsers start no Worker for a page that was opened from the disk, so
// a hidden frame runs the script instead. The theme's search looks for the name IFrameWorker.
if (location.protocol === "file:") {
  const load = (page, url) =>
    new Promise((resolve, reject) => {
      const script = page.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = reject;
      page.head.append(script);
    });

  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      this.started = new Promise((resolve) => {
        frame.addEventListener("load", () => resolve(this.start(frame.contentWindow, url)), { once: true });
      });
      document.body.append(frame);
    }

    async start(scope, url) {
      scope.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      scope.importScripts = async (...urls) => {
        for (const each of urls) await load(scope.document, each);
      };
      await load(scope.document, url);
      return scope;
    }

    async postMessage(data) {
      const scope = await this.started;
      scope.dispatchEvent(new scope.MessageEvent("message", { data }));
    }
  };
  window.Worker = window.IFrameWorker;
}
