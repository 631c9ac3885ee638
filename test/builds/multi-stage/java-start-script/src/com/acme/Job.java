package com.acme;
import java.io.*; import java.nio.file.*; import java.util.*;
public class Job {
  static final String BASE = System.getProperty("app.home", "/opt/acme");
  public static void main(String[] a) throws Exception {
    Properties p = new Properties();
    try (Reader r = new FileReader(BASE + "/etc/job.properties")) { p.load(r); }
    System.out.println(new TreeMap<>(p) + " " + Arrays.toString(a));
    File[] fs = new File(BASE, "sql").listFiles(); Arrays.sort(fs);
    for (File f : fs) System.out.println(f.getName() + "=" + Files.readString(f.toPath()).trim());
    Process pr = new ProcessBuilder("sh", "scripts/now.sh").redirectErrorStream(true).start();
    System.out.print(new String(pr.getInputStream().readAllBytes())); pr.waitFor();
    System.out.println(Files.isExecutable(Path.of("scripts/now.sh")) + " " + System.getenv("MODE") + " " + System.getProperty("user.dir") + " " + Files.isWritable(Path.of(".")));
    Files.writeString(Path.of("work/out.txt"), "x");
    System.out.println(new java.text.SimpleDateFormat("zzz").format(new Date(0)) + String.format("%,.2f", 1234.5));
    System.out.println(java.net.InetAddress.getByName("localhost").isLoopbackAddress());
  }
}
