/** What is between the camera and a face: hands, hair and things that hide glasses. */
package com.eyewearml.face.front;
