// The date picker puts today in the place of a day that it cannot read; what was typed is for the form to refuse in words.
jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
