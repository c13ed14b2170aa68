import type { EngineError } from './errors.js';

/** Wishes; the nearest the camera can do is taken. */
export interface CameraOptions {
  /** Default 1280. */
  width?: number;
  /** Default 720. */
  height?: number;
  /** The camera on the screen's side (`user`, the default) or the other. */
  facingMode?: 'user' | 'environment';
}

/** A camera that is on. It is switched off when the page is left. */
export interface Camera {
  /** Playing, muted, not in the document. */
  readonly video: HTMLVideoElement;
  /** Whether pictures still arrive. */
  readonly active: boolean;
  /** Calls a listener when the camera is unplugged or taken away. */
  onEnded(listener: (error: EngineError) => void): void;
  /** Switches the camera off. */
  stop(): void;
}

/**
 * Asks for the camera and switches it on.
 *
 * @throws {EngineError} CAMERA_NOT_FOUND, CAMERA_DENIED, CAMERA_IN_USE, INSECURE_CONTEXT or IN_APP_BROWSER
 */
export function openCamera(options?: CameraOptions): Promise<Camera>;
