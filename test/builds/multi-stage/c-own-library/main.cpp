#include <iostream>
#include <cstdlib>
int add(int,int); int main(){ std::cout<<add(2,3)<<std::endl; return std::system("./worker"); }
