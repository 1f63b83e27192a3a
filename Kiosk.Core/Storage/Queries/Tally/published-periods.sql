SELECT period FROM published;
