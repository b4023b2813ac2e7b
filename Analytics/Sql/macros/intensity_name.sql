-- The name of a class of intensity, 0 to 2.
create macro computed.intensity_name(class) as case class when 0 then 'very_low' when 1 then 'normal' when 2 then 'high' end
