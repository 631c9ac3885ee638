package com.acme.util;
import java.nio.file.*;
import java.util.*;
public class Tpl {
  static final String DIR = System.getenv().getOrDefault("TEMPLATE_DIR", "templates");
  public static String render(String p) {
    try {
      ResourceBundle b = ResourceBundle.getBundle("messages");
      return new String(Files.readAllBytes(Paths.get(DIR, "index.html"))).replace("{{t}}", b.getString("title")) + p;
    } catch (Exception e) { return e.toString(); }
  }
}
