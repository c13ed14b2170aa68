package com.eyewearml.server.mail;

/**
 * A message of plain text to one person.
 *
 * @param to      e-mail address
 * @param subject one line
 * @param text    lines separated by {@code \n}
 */
public record Mail(String to, String subject, String text) { }
