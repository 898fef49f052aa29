"use strict";
globalThis.hostsOfTheCompany = ["www.example.com", "shop.example.com"];
