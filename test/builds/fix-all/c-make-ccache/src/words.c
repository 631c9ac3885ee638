int words(int argc)
{
	return argc - 1;
}
