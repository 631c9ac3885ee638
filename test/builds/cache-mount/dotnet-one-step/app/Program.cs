class P { static void Main() => System.Console.WriteLine(Greet.To("you")); }
