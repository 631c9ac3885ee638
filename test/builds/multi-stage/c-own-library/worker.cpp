#include <iostream>
int main(){ std::cout<<"worker\n"; }
