package com.acme;
import com.acme.util.Tpl;
import com.sun.net.httpserver.*;
import java.net.InetSocketAddress;
public class Server {
  public static void main(String[] args) throws Exception {
    HttpServer s = HttpServer.create(new InetSocketAddress(Integer.parseInt(args.length > 0 ? args[0] : "8090")), 0);
    s.createContext("/", e -> { byte[] b = Tpl.render(e.getRequestURI().getPath()).getBytes("UTF-8"); e.sendResponseHeaders(200, b.length); e.getResponseBody().write(b); e.close(); });
    s.start(); System.out.println("up");
  }
}
