/** Calls back once for each new picture of a video, with its time in milliseconds. */
export class VideoFrames {
  #video;
  #callback;
  #handle = null;
  #shownTime = -1;
  // Made once: a function for each picture would be garbage.
  #onVideoFrame = now => this.#next(now);
  #onAnimationFrame = now => {
    if (this.#video.currentTime === this.#shownTime) {
      this.#await();
    } else {
      this.#shownTime = this.#video.currentTime;
      this.#next(now);
    }
  };

  constructor(video, callback) {
    this.#video = video;
    this.#callback = callback;
  }

  start() {
    if (this.#handle === null) {
      this.#await();
    }
  }

  stop() {
    if (this.#handle !== null) {
      if (this.#video.cancelVideoFrameCallback) {
        this.#video.cancelVideoFrameCallback(this.#handle);
      } else {
        cancelAnimationFrame(this.#handle);
      }
      this.#handle = null;
    }
  }

  #await() {
    this.#handle = this.#video.requestVideoFrameCallback
      ? this.#video.requestVideoFrameCallback(this.#onVideoFrame)
      : requestAnimationFrame(this.#onAnimationFrame);
  }

  #next(timestampMs) {
    this.#await();
    this.#callback(timestampMs);
  }
}
