SELECT name AS Name, value AS Value FROM published_figure WHERE period = @period ORDER BY name;
