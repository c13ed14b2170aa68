package com.eyewearml.facemodel.eval.report;

/** A column of numbers. */
public record Column(String name, int decimals) { }
