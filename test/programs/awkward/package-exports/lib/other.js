throw new Error("this is not where the program begins");
