public static class Greet { public static string To(string name) => "Hello " + name; }
