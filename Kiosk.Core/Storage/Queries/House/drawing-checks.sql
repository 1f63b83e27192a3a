SELECT drawing AS Drawing, mark AS Mark, language AS Language, understanding AS Understanding, said AS Said, times AS Times FROM drawing_check;
