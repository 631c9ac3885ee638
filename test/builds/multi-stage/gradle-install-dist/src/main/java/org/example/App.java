package org.example;
import com.sun.net.httpserver.HttpServer;
import java.io.*;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.Properties;

public class App {
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    Properties p = new Properties();
    try (InputStream in = App.class.getResourceAsStream("/app.properties")) { p.load(in); }
    server.createContext("/", x -> {
      String path = x.getRequestURI().getPath();
      byte[] b;
      int code = 200;
      Path f = Paths.get("public", path.substring(1));
      if (path.equals("/health")) b = "ok".getBytes();
      else if (path.equals("/conf")) b = Files.readAllBytes(Paths.get("config/settings.json"));
      else if (path.equals("/env")) b = (System.getenv("GREETING") + System.getProperty("file.encoding") + new File(".").getAbsolutePath() + System.getProperty("user.name") + java.util.Locale.getDefault() + java.util.TimeZone.getDefault().getID()).getBytes(StandardCharsets.UTF_8);
      else if (path.equals("/write")) { Files.writeString(Paths.get("out.txt"), "x"); b = "written".getBytes(); }
      else if (!path.equals("/") && Files.isRegularFile(f)) b = Files.readAllBytes(f);
      else b = (p.getProperty("title") + " täglich").getBytes(StandardCharsets.UTF_8);
      x.sendResponseHeaders(code, b.length); x.getResponseBody().write(b); x.close();
    });
    server.start();
    System.out.println("listening on " + port + " ü");
  }
}
