/** Objects that never change, under their own hash: in a directory, or behind the S3 protocol. */
package com.eyewearml.storage;
