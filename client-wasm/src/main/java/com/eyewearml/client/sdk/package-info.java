/** The engine as pages use it, without a word about browsers: files in, pictures in, faces out. Runs on the JVM as well. */
package com.eyewearml.client.sdk;
