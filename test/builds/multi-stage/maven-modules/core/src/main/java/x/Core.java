package x; public class Core { public static String n() { return "core"; } }
