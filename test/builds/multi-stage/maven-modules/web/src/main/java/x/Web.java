package x;
import java.nio.file.*;
public class Web { public static void main(String[] a) throws Exception { System.out.println(Core.n() + String.join(",", a) + Files.readString(Paths.get(System.getProperty("data.dir", "data") + "/list.csv"))); } }
