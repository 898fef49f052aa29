terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

module "global" {
  source = "./site"

  site_name = "example.com"
  coverage  = "global"
}

module "overseas" {
  source = "./site"

  site_name = "example.cn"
  coverage  = "overseas"
}
